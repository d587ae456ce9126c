package org.muxado.cli.octets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.PrintableText;
import org.muxado.vectors.wire.WireFrame;

/** Takes a frame apart into its fields, each with its octets and what they say. */
final class FrameFields {

  private static final int SHOWN_OCTETS = 16;

  private final List<Field> fields = new ArrayList<>();
  private final byte[] octets;
  private int at;

  private FrameFields(byte[] octets) {
    this.octets = octets;
  }

  /**
   * One field.
   *
   * @param hex its octets
   * @param meaning what they say
   */
  record Field(String hex, String meaning) {}

  /** The fields in the order of the wire; a payload that makes no sense is one field. */
  static List<Field> of(WireFrame frame) {
    FrameFields fields = new FrameFields(frame.encode());
    fields.header(frame);
    fields.payload(frame);
    return fields.fields;
  }

  private void header(WireFrame frame) {
    add(2, "length " + frame.length() + reserved(frame.reserved() >> 4));
    add(1, "flags " + flags(frame));
    add(1, "type " + typeName(frame.type()) + reserved((frame.reserved() >> 1) & 0x7));
    add(4, "stream " + frame.stream() + reserved(frame.reserved() & 1));
  }

  private static String reserved(int bits) {
    return bits == 0 ? "" : ", reserved bits 0x" + Integer.toHexString(bits);
  }

  private static String typeName(int type) {
    return FrameType.of(type).map(Enum::name).orElse(type + ", not defined");
  }

  private static String flags(WireFrame frame) {
    int defined = FrameType.of(frame.type()).map(FrameType::definedFlags).orElse(0);
    StringJoiner names = new StringJoiner(" ").setEmptyValue("none");
    addFlag(names, frame.flags() & defined, Flags.FIN, "FIN");
    addFlag(names, frame.flags() & defined, Flags.PRIORITY, "PRIORITY");
    addFlag(names, frame.flags() & defined, Flags.TYPE, "TYPE");
    int undefined = frame.flags() & ~defined;
    return undefined == 0 ? names.toString() : names + ", undefined 0x%02x".formatted(undefined);
  }

  private static void addFlag(StringJoiner names, int flags, int flag, String name) {
    if ((flags & flag) != 0) {
      names.add(name);
    }
  }

  private void payload(WireFrame frame) {
    Frame parsed = Frame.of(frame).orElse(null);
    if (parsed instanceof Frame.Syn) {
      syn(frame);
    } else if (parsed instanceof Frame.Rst rst) {
      add(4, "error code " + ErrorCodes.name(rst.code()));
    } else if (parsed instanceof Frame.WndInc wndInc) {
      add(4, "increment " + wndInc.increment() + reservedInPayload(at));
    } else if (parsed instanceof Frame.Pri pri) {
      add(4, "priority " + pri.priority() + reservedInPayload(at));
    } else if (parsed instanceof Frame.GoAway goAway) {
      add(4, "last stream id " + goAway.last() + reservedInPayload(at));
      add(4, "error code " + ErrorCodes.name(goAway.code()));
      rest("debug \"" + PrintableText.of(goAway.debugText()) + "\"");
    }
    rest("payload");
  }

  private void syn(WireFrame frame) {
    if (frame.has(Flags.PRIORITY)) {
      int priority = Octets.getInt(octets, at) & WireFrame.MAX_31_BIT;
      add(4, "priority " + priority + reservedInPayload(at));
    }
    if (frame.has(Flags.TYPE)) {
      add(4, "stream type " + Integer.toUnsignedString(Octets.getInt(octets, at)));
    }
  }

  private String reservedInPayload(int offset) {
    return reserved(octets[offset] < 0 ? 1 : 0);
  }

  private void rest(String name) {
    int count = octets.length - at;
    if (count > 0) {
      add(count, name + ", " + count + (count == 1 ? " octet" : " octets"));
    }
  }

  private void add(int count, String meaning) {
    byte[] field = Arrays.copyOfRange(octets, at, at + count);
    String hex = count <= 4 ? HexFormat.of().formatHex(field) : Octets.hex(field, SHOWN_OCTETS);
    fields.add(new Field(hex, meaning));
    at += count;
  }
}
