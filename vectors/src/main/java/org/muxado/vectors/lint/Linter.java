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
  private boolean isComplete = true;

  private Linter(Predicate<String> isRequirement) {
    this.headCheck = new HeadCheck(isRequirement);
  }

  /**
   * What was found.
   *
   * @param findings in the order of the files; empty if all is well
   * @param isComplete whether all checks were made; not so after a file that cannot be read
   */
  public record Result(List<Finding> findings, boolean isComplete) {

    /** Copies the list. */
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Checks files that belong together: their ids must differ. */
  public static Result check(List<VectorFile> files) {
    Requirements requirements = Requirements.load();
    Linter linter = new Linter(id -> requirements.find(id).isPresent());
    files.forEach(linter::check);
    return new Result(linter.findings, linter.isComplete);
  }

  private void check(VectorFile file) {
    try {
      check(file, YamlSource.parse(file.path(), file.text()));
    } catch (FormatException e) {
      isComplete = false;
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
      isComplete = false;
      findings.addAll(BrokenFile.findings(root, e.findings()));
    }
  }
}
