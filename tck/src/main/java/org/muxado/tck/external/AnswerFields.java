package org.muxado.tck.external;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.RetryVerdict;

/** Takes members out of an answer's object, checked. Stateless; any thread. */
record AnswerFields(JsonNode object) {

  private static final long MAX_UINT32 = 0xFFFF_FFFFL;

  /** The value of an operation that gives none, for readers of an ok. */
  @SuppressWarnings("NullAway") // Void has no other value
  Void nothing() {
    return null;
  }

  /** A stream id, 1 to 2^31-1. */
  int streamId() throws MalformedAnswerException {
    return (int) whole("id", 1, Integer.MAX_VALUE);
  }

  /** A 31-bit number, 0 if absent. */
  int optionalUint31(String name) throws MalformedAnswerException {
    return absent(name) ? 0 : (int) whole(name, 0, Integer.MAX_VALUE);
  }

  /** A 32-bit number, unsigned in an int, 0 if absent. */
  int optionalUint32(String name) throws MalformedAnswerException {
    return absent(name) ? 0 : (int) whole(name, 0, MAX_UINT32);
  }

  /** A 32-bit error code, unsigned in an int, -1 if absent. */
  int optionalCode(String name) throws MalformedAnswerException {
    return absent(name) ? -1 : (int) whole(name, 0, MAX_UINT32);
  }

  /** A truth value, false if absent. */
  boolean optionalTruth(String name) throws MalformedAnswerException {
    if (absent(name)) {
      return false;
    }
    if (!object.get(name).isBoolean()) {
      throw new MalformedAnswerException("\"" + name + "\" is neither true nor false");
    }
    return object.get(name).booleanValue();
  }

  /** A string. */
  String text(String name) throws MalformedAnswerException {
    String text = optionalText(name);
    if (text == null) {
      throw new MalformedAnswerException("no \"" + name + "\"");
    }
    return text;
  }

  /** A string, null if absent. */
  @Nullable String optionalText(String name) throws MalformedAnswerException {
    if (absent(name)) {
      return null;
    }
    if (!object.get(name).isTextual()) {
      throw new MalformedAnswerException("\"" + name + "\" is not a string");
    }
    return object.get(name).textValue();
  }

  /** The strings of an array. */
  List<String> texts(String name) throws MalformedAnswerException {
    JsonNode array = object.get(name);
    if (array == null || !array.isArray()) {
      throw new MalformedAnswerException("\"" + name + "\" is not an array");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        throw new MalformedAnswerException("\"" + name + "\" holds something but strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Octets in base64. */
  byte[] octets(String name) throws MalformedAnswerException {
    text(name);
    try {
      return object.get(name).binaryValue();
    } catch (IOException e) {
      throw new MalformedAnswerException("\"" + name + "\" is not base64");
    }
  }

  /** The kind of a failure. */
  FailureKind failureKind() throws MalformedAnswerException {
    return oneOf(FailureKind.class, "kind");
  }

  /** The retry verdict, null if absent. */
  @Nullable RetryVerdict optionalRetry() throws MalformedAnswerException {
    return absent("retry") ? null : oneOf(RetryVerdict.class, "retry");
  }

  /** A constant of an enum, by its name. */
  <E extends Enum<E>> E oneOf(Class<E> type, String name) throws MalformedAnswerException {
    return constant(type, name, text(name));
  }

  /** The constant of an enum that a member's text names. */
  static <E extends Enum<E>> E constant(Class<E> type, String member, String text)
      throws MalformedAnswerException {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new MalformedAnswerException("\"" + member + "\" knows no \"" + text + "\""));
  }

  /** Whether a member is missing. */
  boolean absent(String name) {
    return !object.has(name);
  }

  private long whole(String name, long min, long max) throws MalformedAnswerException {
    JsonNode number = object.get(name);
    if (number == null || !number.isIntegralNumber() || !number.canConvertToLong()) {
      throw new MalformedAnswerException("\"" + name + "\" is not a whole number");
    }
    if (number.longValue() < min || number.longValue() > max) {
      throw new MalformedAnswerException(
          "\"" + name + "\" is " + number.longValue() + ", not " + min + " to " + max);
    }
    return number.longValue();
  }
}
