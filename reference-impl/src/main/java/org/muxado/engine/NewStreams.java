package org.muxado.engine;

/** Makes streams out of what all those of a session share. Not thread-safe. */
final class NewStreams {

  private final ChunkPool pool = new ChunkPool();
  private final Windows windows;
  private final ExtensionTable extensions;

  NewStreams(EngineSettings settings, ExtensionTable extensions) {
    this.extensions = extensions;
    windows = Windows.of(settings);
  }

  /** A stream in no state yet. */
  EngineStream make(int id, int type, boolean own, int priority) {
    boolean background = extensions.isBackground(type);
    ReceiveWindow window = new ReceiveWindow(windows);
    return new EngineStream(id, type, own, background, priority, window, pool);
  }
}
