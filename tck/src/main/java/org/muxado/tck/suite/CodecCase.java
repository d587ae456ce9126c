package org.muxado.tck.suite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.vectors.Level;
import org.muxado.vectors.frame.FrameVector;

/**
 * A frame vector, given to an implementation's codec in one direction.
 *
 * @param vector octets and what they mean
 * @param direction whether they are read or written
 */
public record CodecCase(FrameVector vector, Direction direction) implements KitCase {

  /** Whether octets are read or written. */
  public enum Direction {
    DECODE,
    ENCODE
  }

  @Override
  public String id() {
    return "frames/" + vector.id() + "/" + direction.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String title() {
    return vector.title();
  }

  @Override
  public String intent() {
    return "";
  }

  @Override
  public List<String> requirements() {
    return vector.requirements();
  }

  @Override
  public Level level() {
    return vector.level();
  }

  @Override
  public List<String> catches() {
    return vector.catches();
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.CODEC);
  }

  /** The id. */
  @Override
  public String toString() {
    return id();
  }
}
