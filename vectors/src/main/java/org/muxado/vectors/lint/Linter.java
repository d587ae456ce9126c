package org.muxado.vectors.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.muxado.spec.Requirements;
import org.muxado.vectors.VectorFile;
import org.muxado.vectors.Vectors;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.YamlSource;

/**
 * Checks vector files: their format, their schema, and what a schema cannot say. Of a file that
 * does not keep to its format, names and ids are not looked at. Not thread-safe.
 */
public final class Linter {

  private final HeadCheck headCheck;
  private final List<Finding> findings = new ArrayList<>();

  private Linter(Predicate<String> isRequirement) {
    this.headCheck = new HeadCheck(isRequirement);
  }

  /**
   * Checks files that belong together: their ids must differ.
   *
   * @return what was found, in the order of the files; empty if all is well
   */
  public static List<Finding> lint(List<VectorFile> files) {
    Requirements requirements = Requirements.load();
    Linter linter = new Linter(id -> requirements.find(id).isPresent());
    files.forEach(linter::check);
    return List.copyOf(linter.findings);
  }

  private void check(VectorFile file) {
    try {
      check(file, YamlSource.parse(file.path(), file.text()));
    } catch (FormatException e) {
      findings.addAll(e.findings());
    }
  }

  private void check(VectorFile file, Node root) {
    try {
      Vectors content = Vectors.read(root);
      findings.addAll(SchemaCheck.check(root));
      findings.addAll(headCheck.check(file.path(), root));
      content.frames().forEach(vector -> findings.addAll(FrameVectorCheck.check(vector)));
      content
          .conversations()
          .forEach(
              conversation -> {
                findings.addAll(new NameCheck(conversation).check());
                findings.addAll(NeedsCheck.check(conversation));
              });
    } catch (FormatException e) {
      findings.addAll(BrokenFile.findings(root, e.findings()));
    }
  }
}
