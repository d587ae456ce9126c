package org.muxado.engine;

/**
 * The extension whose streams the owner of the engine serves, on threads or as he likes: it hands
 * each of them over (EXT-4). Not thread-safe.
 */
final class HandedOverStreams implements EngineExtension {

  private final ExtensionContext context;

  HandedOverStreams(ExtensionContext context) {
    this.context = context;
  }

  @Override
  public void opened(EngineStream stream, long nowNanos) {
    context.handOver(stream);
  }
}
