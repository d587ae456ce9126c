package org.muxado.engine;

/** Makes streams out of what all those of a session share. Not thread-safe. */
final class NewStreams {

  private final ChunkPool pool = new ChunkPool();
  private final Windows windows;

  NewStreams(EngineSettings settings) {
    windows = Windows.of(settings);
  }

  /** A stream in no state yet. */
  EngineStream make(int id, int type, boolean own, int priority) {
    return new EngineStream(id, type, own, priority, new ReceiveWindow(windows), pool);
  }
}
