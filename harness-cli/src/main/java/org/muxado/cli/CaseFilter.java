package org.muxado.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muxado.cli.exit.UserException;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.spi.Role;
import org.muxado.tck.suite.ConversationCase;
import org.muxado.tck.suite.KitCase;
import org.muxado.vectors.Level;
import picocli.CommandLine.Option;

/** The options that choose cases; those of different kinds must all hold. */
final class CaseFilter {

  @Option(
      names = "--case",
      paramLabel = "GLOB",
      split = ",",
      description =
          "Cases by id; * stands for anything but a slash, ** for anything. May be repeated.")
  private List<String> cases = List.of();

  @Option(
      names = "--req",
      paramLabel = "GLOB",
      split = ",",
      description = "Cases that test such a requirement, for example 'FLOW-*'.")
  private List<String> requirements = List.of();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Cases of this level: ${COMPLETION-CANDIDATES}.")
  private @Nullable Level level;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Cases for the implementation as client or server.")
  private @Nullable Role role;

  /**
   * The cases that are meant, in their order.
   *
   * @param whereToLook tells where ids are found, such as "see 'muxado list'"
   * @throws UserException if there are none, or one of the patterns names none
   */
  List<KitCase> select(List<KitCase> all, String whereToLook) {
    for (String text : cases) {
      if (all.stream().noneMatch(byId(text))) {
        throw noMatch("--case " + text + " matches no case" + hint(text, all), whereToLook);
      }
    }
    for (String text : requirements) {
      if (all.stream().noneMatch(byRequirement(text))) {
        throw noMatch("--req " + text + " matches no case", whereToLook);
      }
    }
    List<KitCase> selected = all.stream().filter(this::matches).toList();
    if (selected.isEmpty()) {
      throw noMatch("no case matches all of these options", whereToLook);
    }
    return selected;
  }

  private static UserException noMatch(String what, String whereToLook) {
    return new UserException(what + "; " + whereToLook);
  }

  /** An asterisk does not cross a slash, two do. */
  private static String hint(String text, List<KitCase> all) {
    String wider = text.replaceAll("\\*+", "**");
    boolean helps = !wider.equals(text) && all.stream().anyMatch(byId(wider));
    return helps ? "; did you mean '" + wider + "'?" : "";
  }

  private boolean matches(KitCase kitCase) {
    return (cases.isEmpty() || cases.stream().anyMatch(text -> byId(text).test(kitCase)))
        && (requirements.isEmpty()
            || requirements.stream().anyMatch(text -> byRequirement(text).test(kitCase)))
        && (level == null || level == kitCase.level())
        && (role == null || isPlayedAs(kitCase, role));
  }

  private static Predicate<KitCase> byId(String text) {
    CasePattern pattern = CasePattern.of(text);
    return kitCase -> pattern.matches(kitCase.id());
  }

  private static Predicate<KitCase> byRequirement(String text) {
    CasePattern pattern = CasePattern.of(text.toUpperCase(Locale.ROOT));
    return kitCase -> kitCase.requirements().stream().anyMatch(pattern::matches);
  }

  private static boolean isPlayedAs(KitCase kitCase, Role role) {
    return kitCase instanceof ConversationCase conversation && conversation.role() == role;
  }
}
