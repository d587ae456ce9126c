package org.muxado.adapter;

import org.muxado.tck.junit.ConformanceTest;

/** The bundled library against the whole kit, as an implementer has it in his own build. */
class BundledConformanceTest extends ConformanceTest {}
