package org.muxado.vectors;

import java.util.List;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Values;

/** The fields that frame vectors and conversations share. Stateless. */
public final class CommonFields {

  private CommonFields() {}

  /** At least one requirement id. */
  public static List<String> requirements(Fields fields) {
    List<String> requirements = Values.texts(fields.get("requirements"));
    if (requirements.isEmpty()) {
      throw fields.get("requirements").expected("at least one id");
    }
    return requirements;
  }

  /** Where a case comes from. */
  public static Provenance provenance(Fields outer) {
    Fields fields = Fields.of(outer.get("provenance"), "kind and ref");
    Provenance.Kind kind = Values.constant(fields.get("kind"), Provenance.Kind.class);
    Provenance provenance = new Provenance(kind, fields.text("ref"));
    fields.end();
    return provenance;
  }
}
