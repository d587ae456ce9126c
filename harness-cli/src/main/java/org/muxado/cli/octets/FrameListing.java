package org.muxado.cli.octets;

import java.io.PrintWriter;
import java.util.List;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.Violation;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** Prints octets as frames, with their offsets and what is wrong with them. One for each text. */
public final class FrameListing {

  /** Behind so many frames that a receiver must refuse, the rest is no conversation. */
  private static final int MOST_REFUSED = 10;

  private final PrintWriter out;
  private final boolean isAnnotated;
  private long offset;
  private boolean isLegal = true;
  private int refused;

  /**
   * Makes a listing.
   *
   * @param isAnnotated whether each field of a frame is shown on a line of its own
   */
  public FrameListing(PrintWriter out, boolean isAnnotated) {
    this.out = out;
    this.isAnnotated = isAnnotated;
  }

  /**
   * Prints the frames that these octets hold, up to the tenth that a receiver must refuse.
   *
   * @return whether a receiver must accept them all, each looked at alone, and the last is complete
   */
  public boolean print(byte[] octets) {
    WireReader reader = new WireReader();
    for (WireFrame frame : reader.feed(octets)) {
      if (refused == MOST_REFUSED) {
        long left = octets.length - offset;
        out.printf(
            "%6d  ! %d frames were wrong: the other %d octets are not shown%n",
            offset, refused, left);
        return isLegal;
      }
      printFrame(frame);
      offset += WireFrame.HEADER_OCTETS + frame.length();
    }
    if (reader.incomplete().length > 0) {
      printTruncated(reader);
    }
    return isLegal;
  }

  private void printFrame(WireFrame frame) {
    out.printf("%6d  %s%n", offset, frame);
    if (isAnnotated) {
      printFields(frame);
    }
    printFaults(frame);
  }

  private void printFields(WireFrame frame) {
    for (FrameFields.Field field : FrameFields.of(frame)) {
      out.printf("          %-8s  %s%n", field.hex(), field.meaning());
    }
  }

  private void printFaults(WireFrame frame) {
    List<Violation> mustRefuse = FrameCheck.receiverFaults(frame);
    refused += mustRefuse.isEmpty() ? 0 : 1;
    for (Violation fault : FrameCheck.senderFaults(frame)) {
      boolean isRefused = mustRefuse.contains(fault);
      isLegal &= !isRefused;
      out.printf(
          "        %s %s: %s (%s)%n",
          isRefused ? "!" : "~", fault.requirement(), fault.message(), answer(fault, isRefused));
    }
  }

  private static String answer(Violation fault, boolean isRefused) {
    if (isRefused) {
      return "session error " + ErrorCodes.name(fault.code());
    }
    return fault.code() < 0
        ? "never sent, but accepted"
        : "stream error " + ErrorCodes.name(fault.code());
  }

  private void printTruncated(WireReader reader) {
    isLegal = false;
    reader.partial().ifPresent(this::printFrame);
    int there = reader.incomplete().length;
    int missing =
        reader.partial().map(WireFrame::length).orElse(0) + WireFrame.HEADER_OCTETS - there;
    String part = there < WireFrame.HEADER_OCTETS ? "header" : "payload";
    long end = offset + there;
    String octets = missing == 1 ? "1 octet of a " : missing + " octets of a ";
    out.printf(
        "%6d  ! the input ends here: %s%s missing%n",
        end, octets, part + (missing == 1 ? " is" : " are"));
  }
}
