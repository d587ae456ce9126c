package org.muxado.vectors;

import java.util.ArrayList;
import java.util.List;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.frame.FrameVector;
import org.muxado.vectors.frame.FrameVectorReader;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.YamlSource;

/**
 * The content of vector files. Immutable.
 *
 * @param frames all frame vectors, in the order of the files
 * @param conversations all conversations, in the order of the files
 */
public record Vectors(List<FrameVector> frames, List<Conversation> conversations) {

  /** The fields that hold the content of a file, one or the other. */
  static final List<String> ROOTS = List.of(FrameVectorReader.ROOT, ConversationReader.ROOT);

  /** Copies the lists. */
  public Vectors {
    frames = List.copyOf(frames);
    conversations = List.copyOf(conversations);
  }

  /** What comes with this module. */
  public static Vectors packaged() {
    return read(VectorFile.packaged());
  }

  /**
   * Reads files of either kind.
   *
   * @throws FormatException with everything that is wrong in all of them
   */
  public static Vectors read(List<VectorFile> files) {
    List<FrameVector> frames = new ArrayList<>();
    List<Conversation> conversations = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (VectorFile file : files) {
      try {
        Vectors content = read(YamlSource.parse(file.path(), file.text()));
        frames.addAll(content.frames());
        conversations.addAll(content.conversations());
      } catch (FormatException e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) {
      throw new FormatException(findings);
    }
    return new Vectors(frames, conversations);
  }

  /** Reads one file of either kind. */
  public static Vectors read(Node root) {
    String expected =
        "a map with \"" + FrameVectorReader.ROOT + "\" or \"" + ConversationReader.ROOT + "\"";
    Fields fields = Fields.of(root, expected);
    if (ROOTS.stream().allMatch(fields::has)) {
      throw fields.unwanted(FrameVectorReader.ROOT, "it or \"conversations\", not both");
    }
    if (fields.has(FrameVectorReader.ROOT)) {
      return new Vectors(FrameVectorReader.read(root), List.of());
    }
    if (fields.has(ConversationReader.ROOT)) {
      return new Vectors(List.of(), ConversationReader.read(root));
    }
    fields.refuseMisspelt(ROOTS);
    throw root.expected(expected);
  }
}
