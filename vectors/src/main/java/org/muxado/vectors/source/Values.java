package org.muxado.vectors.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.muxado.vectors.source.Node.Kind;
import org.muxado.vectors.source.Node.Scalar;
import org.muxado.vectors.source.Node.Sequence;

/** Checked conversions of single values. Stateless. */
public final class Values {

  /** Neither octal nor underscores nor signs, which YAML allows and readers do not expect. */
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,17}|0x[0-9a-fA-F]{1,15}");

  private static final long MAX_32_BIT = 0xFFFFFFFFL;

  private Values() {}

  /** A text; control characters other than line ends, which nobody sees, are refused. */
  public static String text(Node node) {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
      if (scalar.text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
        throw node.expected("a text without control characters");
      }
      return scalar.text();
    }
    throw node.expected("a text (in quotes where YAML takes it for something else)");
  }

  /** True or false; not the other words that YAML takes for them. */
  public static boolean flag(Node node) {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      if (scalar.text().equals("true") || scalar.text().equals("false")) {
        return scalar.text().equals("true");
      }
    }
    throw node.expected("true or false");
  }

  /** A whole number in a range, decimal or with 0x. */
  public static int number(Node node, int min, int max) {
    return integer(node)
        .filter(value -> value >= min && value <= max)
        .map(Long::intValue)
        .orElseThrow(() -> node.expected("a number from " + min + " to " + max));
  }

  /** An unsigned number of 32 bits, in an int. */
  public static int unsigned(Node node) {
    return integer(node)
        .filter(value -> value >= 0 && value <= MAX_32_BIT)
        .map(Long::intValue)
        .orElseThrow(() -> node.expected("a number from 0 to 0xFFFFFFFF"));
  }

  /** Whether YAML takes the value for a whole number, in whatever spelling. */
  public static boolean isInteger(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Kind.INTEGER;
  }

  private static Optional<Long> integer(Node node) {
    return isInteger(node)
            && node instanceof Scalar scalar
            && INTEGER.matcher(scalar.text()).matches()
        ? Optional.of(Long.decode(scalar.text()))
        : Optional.empty();
  }

  /** A list of texts. */
  public static List<String> texts(Node node) {
    return items(node).stream().map(Values::text).toList();
  }

  /** The items of a list. */
  public static List<Node> items(Node node) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    throw node.expected("a list");
  }

  /** The items of a list, or the value itself as a list of one. */
  public static List<Node> oneOrMore(Node node) {
    return node instanceof Sequence sequence ? sequence.items() : List.of(node);
  }

  /** One particular word. */
  public static void word(Node node, String expected) {
    if (!text(node).equals(expected)) {
      throw node.expected("\"" + expected + "\"");
    }
  }

  /** The constant that this text names: {@code split-headers} is SPLIT_HEADERS. */
  public static <E extends Enum<E>> E constant(Node node, Class<E> type) {
    String name = text(node);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name) || dashed(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> node.expected("one of " + names(type)));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  private static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Does something with each item of a list, and goes on with the next one after an error.
   *
   * @throws FormatException with the errors of all items, if there were any
   */
  public static void each(List<Node> items, Consumer<Node> action) {
    List<Finding> findings = new ArrayList<>();
    for (Node item : items) {
      try {
        action.accept(item);
      } catch (FormatException e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) {
      throw new FormatException(findings);
    }
  }
}
