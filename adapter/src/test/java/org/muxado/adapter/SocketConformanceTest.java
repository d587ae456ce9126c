package org.muxado.adapter;

import java.util.EnumSet;
import org.muxado.tck.junit.ConformanceTest;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.suite.KitSettings;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** The library behind its socket views against the kit. */
class SocketConformanceTest extends ConformanceTest {

  @Override
  protected Implementation implementation() {
    return new SocketImplementation();
  }

  @Override
  protected KitSettings settings() {
    return new KitSettings(4, EnumSet.of(Chunking.SPLIT_HEADERS));
  }
}
