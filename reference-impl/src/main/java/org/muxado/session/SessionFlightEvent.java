package org.muxado.session;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One session, from its start to its end, in a flight recording. */
@Name("org.muxado.Session")
@Label("Session")
@Category("muxado")
@Description("One session, from its start to its end")
@StackTrace(false)
final class SessionFlightEvent extends Event {

  @Label("Session")
  @Description("Which session of this process")
  long session;

  @Label("Role")
  @Nullable String role;

  @Label("Transport")
  @Nullable String transport;

  @Label("Cause")
  @Description("CLOSED, SESSION_ERROR, TRANSPORT, HEARTBEAT or KILLED")
  @Nullable String cause;

  @Label("By Peer")
  boolean byPeer;

  @Label("Error Code")
  @Description("Of the GOAWAY that ended the session; -1 if none did")
  long code;

  @Label("Unsent")
  @Description("Octets that the application had written and that were still queued")
  @DataAmount
  long unsentBytes;

  @Label("Message")
  @Nullable String message;
}
