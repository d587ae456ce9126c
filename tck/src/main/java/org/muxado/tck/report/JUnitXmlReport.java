package org.muxado.tck.report;

import java.io.Writer;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.muxado.tck.player.RuleBook;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.RunResult;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;

/** Writes a run in the XML that build servers read for JUnit. Stateless. */
public final class JUnitXmlReport {

  private static final Set<Verdict> SKIPPED = Set.of(Verdict.SKIPPED, Verdict.UNIMPLEMENTED);
  private static final Set<Verdict> ERRORS =
      Set.of(Verdict.HUNG, Verdict.CRASHED, Verdict.KIT_ERROR);

  private final RunResult run;
  private final RuleBook rules;
  private final XMLStreamWriter xml;

  private JUnitXmlReport(RunResult run, RuleBook rules, XMLStreamWriter xml) {
    this.run = run;
    this.rules = rules;
    this.xml = xml;
  }

  /**
   * Writes the report.
   *
   * @throws XMLStreamException if the writer fails
   */
  public static void write(RunResult run, RuleBook rules, Writer out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    new JUnitXmlReport(run, rules, xml).write();
    xml.flush();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "muxado conformance: " + run.implementation().name());
    xml.writeAttribute("tests", String.valueOf(run.results().size()));
    xml.writeAttribute("failures", String.valueOf(run.count(Verdict.FAIL)));
    xml.writeAttribute("errors", String.valueOf(count(ERRORS)));
    xml.writeAttribute("skipped", String.valueOf(count(SKIPPED)));
    xml.writeAttribute("time", seconds(run.durationNanos()));
    if (run.stopped() != null) {
      writeStopped(run.stopped());
    }
    for (int i = 0; i < run.results().size(); i++) {
      writeCase(run.cases().get(i), run.results().get(i));
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void writeStopped(RunResult.Stopped stopped) throws XMLStreamException {
    xml.writeStartElement("properties");
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", "stopped");
    xml.writeAttribute("value", stopped.why() + ": " + stopped.notRun() + " did not run");
    xml.writeEndElement();
  }

  private long count(Set<Verdict> verdicts) {
    return verdicts.stream().mapToLong(run::count).sum();
  }

  private void writeCase(KitCase kitCase, CaseResult result) throws XMLStreamException {
    int slash = kitCase.id().lastIndexOf('/');
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "muxado." + kitCase.id().substring(0, Math.max(0, slash)));
    xml.writeAttribute("name", kitCase.id().substring(slash + 1));
    xml.writeAttribute("time", seconds(result.durationNanos()));
    if (result.verdict() != Verdict.PASS) {
      writeVerdict(kitCase, result);
    }
    xml.writeEndElement();
  }

  private void writeVerdict(KitCase kitCase, CaseResult result) throws XMLStreamException {
    Failure first = result.failures().get(0);
    String element = element(result.verdict());
    xml.writeStartElement(element);
    if (!element.equals("system-out")) {
      xml.writeAttribute("message", plain(first.expected() + "; " + first.actual()));
    }
    if (element.equals("failure") || element.equals("error")) {
      xml.writeAttribute("type", result.verdict().name());
    }
    xml.writeCharacters(plain(FailureText.of(kitCase, result, rules)));
    xml.writeEndElement();
  }

  private static String element(Verdict verdict) {
    if (SKIPPED.contains(verdict)) {
      return "skipped";
    } else if (ERRORS.contains(verdict)) {
      return "error";
    }
    return verdict == Verdict.FAIL ? "failure" : "system-out";
  }

  /** Without the characters that XML 1.0 cannot hold. */
  private static String plain(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
  }

  private static String seconds(long nanos) {
    return "%d.%03d".formatted(nanos / 1_000_000_000, nanos / 1_000_000 % 1_000);
  }
}
