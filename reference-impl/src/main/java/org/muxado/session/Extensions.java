package org.muxado.session;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.muxado.engine.EngineStream;
import org.muxado.frame.ErrorCode;

/**
 * Gives the peer's extension streams to those who serve them, each on a thread of its own; those
 * that nobody serves can be accepted. Guarded by the session lock, except for what the threads do.
 */
final class Extensions {

  private static final System.Logger LOG = System.getLogger("org.muxado.session");

  private final SessionCore core;
  private final Map<Integer, Extension> served;
  private final SessionThreads threads;

  Extensions(SessionCore core, Map<Integer, Extension> served, SessionThreads threads) {
    this.core = core;
    this.served = served;
    this.threads = threads;
  }

  /** Tells the extensions of the session that it has started. Called without the lock. */
  void started(Session session) {
    try {
      served.values().forEach(extension -> extension.started(session));
    } catch (RuntimeException | Error e) {
      session.kill();
      throw e;
    }
  }

  /** The peer opened a stream of a registered extension type. */
  void opened(EngineStream handle) {
    Extension extension = served.get(handle.type());
    if (extension == null) {
      core.accepts().extensionOpened(handle);
      return;
    }
    Stream stream = core.accepts().handOver(handle);
    core.afterUnlock(() -> start(extension, stream));
  }

  private void start(Extension extension, Stream stream) {
    String name = "muxado-extension 0x%08X stream %d".formatted(stream.type(), stream.id());
    threads.forApplication(name, () -> serve(extension, stream)).start();
  }

  private static void serve(Extension extension, Stream stream) {
    try {
      extension.serve(stream);
      stream.close();
    } catch (IOException e) {
      stream.reset(ErrorCode.CANCEL);
    } catch (RuntimeException | Error e) {
      stream.reset(ErrorCode.INTERNAL_ERROR);
      LOG.log(Level.WARNING, stream + ": its extension threw", e);
    }
  }
}
