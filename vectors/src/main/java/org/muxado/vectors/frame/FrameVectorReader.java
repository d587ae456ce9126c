package org.muxado.vectors.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.CommonFields;
import org.muxado.vectors.Level;
import org.muxado.vectors.frame.FrameVector.Kind;
import org.muxado.vectors.frame.FrameVector.SessionError;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.HexText;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;
import org.muxado.vectors.wire.Frame;

/** Reads a file of frame vectors. Stateless. */
public final class FrameVectorReader {

  /** The field that holds the vectors of a file. */
  public static final String ROOT = "vectors";

  private FrameVectorReader() {}

  /**
   * Reads a file.
   *
   * @param root its content
   * @throws org.muxado.vectors.source.FormatException with everything that is wrong
   */
  public static List<FrameVector> read(Node root) {
    Fields fields = Fields.of(root, "a map with \"" + ROOT + "\"");
    List<FrameVector> vectors = new ArrayList<>();
    Values.each(Values.items(fields.get(ROOT)), node -> vectors.add(vector(node)));
    fields.end();
    return List.copyOf(vectors);
  }

  private static FrameVector vector(Node node) {
    Fields fields = Fields.of(node, "a frame vector");
    byte[] octets = HexText.parse(fields.get("hex"));
    FrameVector vector =
        new FrameVector(
            fields.text("id"),
            fields.text("title"),
            CommonFields.requirements(fields),
            Values.constant(fields.get("level"), Level.class),
            Values.constant(fields.get("kind"), Kind.class),
            octets,
            frames(fields),
            error(fields, octets.length),
            fields.texts("catches"),
            CommonFields.provenance(fields),
            fields.at());
    if (vector.error() != null && vector.encodes()) {
      throw fields.get("kind").expected("decode, since there is an error");
    }
    fields.end();
    return vector;
  }

  private static List<Frame> frames(Fields fields) {
    List<Frame> frames = new ArrayList<>();
    fields
        .find("frames")
        .ifPresent(n -> Values.each(Values.items(n), node -> frames.add(FrameReader.read(node))));
    return List.copyOf(frames);
  }

  private static @Nullable SessionError error(Fields outer, int octets) {
    if (!outer.has("error")) {
      return null;
    }
    Fields fields = Fields.of(outer.get("error"), "codes and decided-after");
    SessionError error =
        new SessionError(
            CodeReader.codes(fields.get("codes")),
            Values.number(fields.get("decided-after"), 1, octets));
    fields.end();
    return error;
  }
}
