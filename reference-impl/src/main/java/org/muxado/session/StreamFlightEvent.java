package org.muxado.session;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One stream, from its opening or accepting to its end, in a flight recording. */
@Name("org.muxado.Stream")
@Label("Stream")
@Category("muxado")
@Description("One stream, from its opening or accepting to its end")
@StackTrace(false)
final class StreamFlightEvent extends Event {

  @Label("Session")
  @Description("Which session of this process")
  long session;

  @Label("Stream Id")
  int streamId;

  @Label("Stream Type")
  @Description("The unsigned number of the type")
  long streamType;

  @Label("Own")
  @Description("Whether this side opened the stream")
  boolean own;

  @Label("Octets Sent")
  @DataAmount
  long sentBytes;

  @Label("Octets Received")
  @DataAmount
  long receivedBytes;

  @Label("Outcome")
  @Description("FINISHED, RESET_BY_PEER, RESET_HERE, GONE_AWAY or SESSION_ENDED")
  @Nullable String outcome;

  @Label("Error Code")
  @Description("-1 where none belongs to the outcome")
  long code;
}
