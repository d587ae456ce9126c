package org.muxado.vectors.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.muxado.vectors.CodeReader;
import org.muxado.vectors.Level;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Reads one step: its action, the action's modifiers, and a mark. */
public final class StepReader {

  private static final Map<String, BiFunction<Node, Fields, Action>> ACTIONS = actions();

  private StepReader() {}

  private static Map<String, BiFunction<Node, Fields, Action>> actions() {
    Map<String, BiFunction<Node, Fields, Action>> actions = new LinkedHashMap<>();
    actions.put("app", StepReader::app);
    actions.put("await", (node, step) -> new Action.Await(AwaitReader.read(node)));
    actions.put("send", (n, step) -> new Action.Send(SendReader.read(n), Terms.times(step)));
    actions.put("expect", (n, step) -> new Action.Expect(expectation(n), Terms.times(step)));
    actions.put("fence", StepReader::fence);
    actions.put("gate", (node, step) -> gate(node));
    actions.put("close", (node, step) -> closeWire(node));
    actions.put("break", (node, step) -> breakWire(node));
    actions.put("clock", (node, step) -> clock(node));
    return actions;
  }

  /**
   * Reads a step of a case of this level.
   *
   * @throws org.muxado.vectors.source.FormatException with the first thing that is wrong
   */
  public static Step read(int number, Node node, Level caseLevel) {
    Fields fields = Fields.of(node, "a step");
    Fields.Choice<BiFunction<Node, Fields, Action>> choice = fields.oneOf(ACTIONS);
    Action action = choice.chosen().apply(choice.value(), fields);
    Level level = Terms.level(fields, caseLevel);
    Step step = new Step(number, action, level, Terms.optionalName(fields, "mark"), fields.at());
    fields.end();
    return step;
  }

  private static Action app(Node node, Fields step) {
    AppOperation operation = AppReader.read(node);
    Failure fails = Terms.optionalFailure(step);
    String pending = Terms.optionalName(step, "pending");
    if (fails != null && pending != null) {
      throw step.get("fails").expected("fails at the await of " + pending);
    }
    return new Action.App(operation, fails, pending);
  }

  private static Expectation expectation(Node node) {
    Fields fields = Fields.of(node, "what the implementation sends");
    if (fields.has("any-order")) {
      Node value = fields.only("any-order alone").getValue();
      return new Expectation.AnyOrder(
          Values.items(value).stream().map(PatternReader::expected).toList());
    }
    if (fields.has("eventually")) {
      Node value = fields.only("eventually alone").getValue();
      return new Expectation.Eventually(PatternReader.matching(value));
    }
    if (fields.has("session-error")) {
      Node value = fields.only("session-error alone").getValue();
      return new Expectation.SessionError(CodeReader.codes(value));
    }
    if (fields.has("first-data-order")) {
      Node value = fields.only("first-data-order alone").getValue();
      return new Expectation.FirstDataOrder(
          Values.items(value).stream().map(StreamRefReader::read).toList());
    }
    return new Expectation.One(PatternReader.expected(node));
  }

  private static Action fence(Node node, Fields step) {
    return new Action.Fence(
        Values.constant(node, Action.FenceKind.class),
        step.find("forbids").map(StepReader::forbidden).orElse(List.of()),
        Terms.optionalName(step, "since"),
        step.find("at-most").map(StepReader::bounds).orElse(List.of()),
        step.find("tolerates").map(CodeReader::codes).orElse(null));
  }

  private static List<Pattern> forbidden(Node node) {
    return Values.items(node).stream().map(PatternReader::matching).toList();
  }

  private static List<Action.AtMost> bounds(Node node) {
    return Values.items(node).stream().map(StepReader::bound).toList();
  }

  private static Action.AtMost bound(Node node) {
    Fields fields = Fields.of(node, "a pattern and a count");
    Pattern pattern = PatternReader.among(fields);
    int count = Values.number(fields.get("count"), 0, Integer.MAX_VALUE);
    Action.AtMost bound = new Action.AtMost(pattern, count, Terms.optionalName(fields, "since"));
    fields.end();
    return bound;
  }

  private static Action gate(Node node) {
    String word = Values.text(node);
    if (!word.equals("open") && !word.equals("shut")) {
      throw node.expected("open or shut");
    }
    return new Action.Gate(word.equals("open"));
  }

  private static Action closeWire(Node node) {
    Values.word(node, "wire");
    return new Action.CloseWire();
  }

  private static Action breakWire(Node node) {
    if (node instanceof Node.Scalar) {
      Values.word(node, "wire");
      return new Action.BreakWire(null);
    }
    Fields fields = Fields.of(node, "wire or {after: n}");
    int after = Values.number(fields.get("after"), 0, Integer.MAX_VALUE);
    fields.end();
    return new Action.BreakWire(after);
  }

  private static Action clock(Node node) {
    Fields fields = Fields.of(node, "{advance: milliseconds}");
    int millis = Values.number(fields.get("advance"), 1, Integer.MAX_VALUE);
    fields.end();
    return new Action.AdvanceClock(millis);
  }
}
