package org.muxado.tck.player;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.verdict.KitFaultException;

/** The toy behind a part of the kit that fails in one call. */
record KitFaultImplementation(String call) implements Implementation {

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("toy", "1", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    KitFaultException fault =
        new KitFaultException("Here", new IllegalStateException("a bug of the kit"));
    if (call.equals("start")) {
      throw fault;
    }
    PeerSession session = new ToyImplementation().start(role, wire, options);
    return (PeerSession)
        Proxy.newProxyInstance(
            PeerSession.class.getClassLoader(),
            new Class<?>[] {PeerSession.class},
            (self, method, arguments) ->
                method.getName().equals(call)
                    ? CompletableFuture.failedFuture(fault)
                    : method.invoke(session, arguments));
  }
}
