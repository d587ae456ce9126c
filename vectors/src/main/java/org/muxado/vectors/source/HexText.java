package org.muxado.vectors.source;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Octets as they are written in the vectors: groups of hex digits, with spaces between them as one
 * likes, each group with {@code *n} behind it standing n times ({@code "00*16383"}). Stateless.
 */
public final class HexText {

  private static final Pattern GROUP = Pattern.compile("((?:[0-9a-fA-F]{2})+)(?:\\*([0-9]{1,7}))?");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int MAX_OCTETS = 1 << 24;

  private HexText() {}

  /** The octets that a text stands for; an error at the group that is none. */
  public static byte[] parse(Node node) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (String group : SPACE.split(Values.text(node).strip(), -1)) {
      if (!group.isEmpty()) {
        append(node, group, octets);
      }
    }
    return octets.toByteArray();
  }

  private static void append(Node node, String group, ByteArrayOutputStream octets) {
    Matcher matcher = GROUP.matcher(group);
    if (!matcher.matches()) {
      throw new FormatException(
          new Finding(
              node.at(), "\"" + group + "\"", "pairs of hex digits, with *n to repeat a group"));
    }
    byte[] part = HexFormat.of().parseHex(matcher.group(1));
    int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    if ((long) part.length * times > MAX_OCTETS) {
      throw node.expected("at most " + MAX_OCTETS + " octets");
    }
    for (int i = 0; i < times; i++) {
      octets.write(part, 0, part.length);
    }
  }
}
