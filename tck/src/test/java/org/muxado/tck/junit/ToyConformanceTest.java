package org.muxado.tck.junit;

import java.util.stream.Stream;
import org.muxado.tck.expect.CasePattern;
import org.muxado.tck.expect.ExpectationFile;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.KitCase;

/** What an implementer writes, with the toy found by the service loader. */
class ToyConformanceTest extends ConformanceTest {

  @Override
  protected Stream<KitCase> cases() {
    return CaseCatalog.packaged()
        .select(CasePattern.of("lifecycle/*-half-closed-both-ways"))
        .stream();
  }

  @Override
  protected Expectations expectations() {
    return ExpectationFile.parse("none.yaml", "implementation: toy\nentries: []\n");
  }
}
