package org.muxado.tck.external;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;

/**
 * A request of the control protocol before it has its number. Members that hold their default are
 * left out, so that a driver need not know options that it does not offer. Used by one thread.
 *
 * @param op the operation
 * @param members the JSON object, without {@code seq}
 */
record Request(String op, ObjectNode members) {

  /** A request for the program as a whole. */
  static Request of(String op) {
    return new Request(op, Json.MAPPER.createObjectNode().put("op", op));
  }

  /** A request for a session. */
  static Request of(String op, long session) {
    Request request = of(op);
    request.members.put("session", session);
    return request;
  }

  /** A request for a stream of a session. */
  static Request of(String op, long session, String stream) {
    Request request = of(op, session);
    request.members.put("stream", stream);
    return request;
  }

  /** Asks for a session that dials a port of 127.0.0.1. */
  static Request start(long session, Role role, int port, PeerOptions options) {
    Request request = of("start", session);
    request.members.put("role", role.name().toLowerCase(Locale.ROOT)).put("port", port);
    request.members.set("options", options(options));
    return request;
  }

  private static ObjectNode options(PeerOptions options) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    if (options.backlog() != PeerOptions.DEFAULTS.backlog()) {
      json.put("backlog", options.backlog());
    }
    HeartbeatOptions heartbeat = options.heartbeat();
    if (heartbeat != null) {
      json.putObject("heartbeat")
          .put("interval", heartbeat.intervalMillis())
          .put("tolerance", heartbeat.toleranceMillis());
    }
    putExtensions(json, options);
    putIfTrue(json, "pri", options.peerUnderstandsPri());
    putIfTrue(json, "quirks", options.peerQuirks());
    if (options.firstStreamId() != 0) {
      json.put("first-id", options.firstStreamId());
    }
    putLimits(json, options.limits());
    return json;
  }

  private static void putExtensions(ObjectNode json, PeerOptions options) {
    if (!options.extensions().isEmpty()) {
      ArrayNode types = json.putArray("extensions");
      options.extensions().stream()
          .map(Integer::toUnsignedLong)
          .sorted()
          .forEach(type -> types.add((long) type));
    }
  }

  private static void putLimits(ObjectNode json, Map<Limit, Integer> limits) {
    if (!limits.isEmpty()) {
      ObjectNode named = json.putObject("limits");
      new TreeMap<>(limits).forEach((limit, value) -> named.put(named(limit), value));
    }
  }

  private static String named(Limit limit) {
    return limit.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void putIfTrue(ObjectNode json, String name, boolean value) {
    if (value) {
      json.put(name, true);
    }
  }

  /** Asks for a new stream. */
  static Request open(long session, String stream, OpenOptions options) {
    Request request = of("open", session, stream);
    if (options.priority() != 0) {
      request.members.put("priority", options.priority());
    }
    if (options.type() != 0) {
      request.members.put("type", Integer.toUnsignedLong(options.type()));
    }
    putIfTrue(request.members, "fin", options.fin());
    return request;
  }

  /** Adds a whole number. */
  Request with(String name, long value) {
    members.put(name, value);
    return this;
  }

  /** Adds octets, in base64. */
  Request with(String name, byte[] octets) {
    members.put(name, octets);
    return this;
  }

  /** Adds a truth value where it is true. */
  Request withTrue(String name, boolean value) {
    putIfTrue(members, name, value);
    return this;
  }
}
