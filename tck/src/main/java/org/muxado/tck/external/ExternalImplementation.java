package org.muxado.tck.external;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.spi.Wire;

/**
 * An implementation that runs as a program of its own and speaks the control protocol. The program
 * is started when it is first needed, serves session after session, and is started again after it
 * failed. Closing ends it.
 *
 * <p>Thread-safe. {@link #info}, {@link #capabilities} and {@link #start} block for a bounded time
 * and throw {@link ProgramFailedException} where the program does not do its part; a session's
 * stages fail with the same exception.
 */
public final class ExternalImplementation implements Implementation, AutoCloseable {

  private final ExternalSettings settings;
  private final Programs programs;
  private final AtomicLong lastSession = new AtomicLong();
  private volatile @Nullable Greeting greeting;

  private ExternalImplementation(List<String> command, ExternalSettings settings) {
    this.settings = settings;
    programs = new Programs(List.copyOf(command), settings);
  }

  /**
   * Names a program by its command line, such as {@code cmd:./driver --verbose 'a b'}; the prefix
   * may be missing.
   *
   * @throws IllegalArgumentException if the line is empty or a quote is left open
   */
  public static ExternalImplementation of(String commandLine) {
    return of(CommandLine.split(commandLine), ExternalSettings.DEFAULTS);
  }

  /** Names a program by its path and arguments. */
  public static ExternalImplementation of(List<String> command, ExternalSettings settings) {
    return new ExternalImplementation(command, settings);
  }

  @Override
  public ImplementationInfo info() {
    return greeting().info();
  }

  @Override
  public Set<Capability> capabilities() {
    return greeting().capabilities();
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    if (options.clock() != null) {
      throw new UnimplementedException("clock");
    }
    Program program = programs.fit();
    long number = lastSession.incrementAndGet();
    return new SessionStart(program, number, settings.startTimeout()).start(role, wire, options);
  }

  @Override
  public Duration startLimit() {
    return settings.wholeStart();
  }

  /**
   * How a program broke the control protocol, the first time that one did; empty if none has so
   * far. What such a program did in its cases says nothing about muxado.
   */
  public Optional<ProgramFailedException> brokenProtocol() {
    return programs.brokenProtocol();
  }

  private Greeting greeting() {
    Greeting known = greeting;
    if (known == null) {
      known = programs.fit().greeting();
      greeting = known;
    }
    return known;
  }

  /** Ends every process that is left. Waits a bounded time; closing again does nothing. */
  @Override
  public void close() {
    programs.close();
  }
}
