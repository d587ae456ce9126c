/** Runs the kit on the JUnit platform: as tests of an implementer's build, or with events. */
@NullMarked
package org.muxado.tck.junit;

import org.jspecify.annotations.NullMarked;
