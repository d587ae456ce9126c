/** Results as text for people, as JSON and as JUnit XML. */
@NullMarked
package org.muxado.tck.report;

import org.jspecify.annotations.NullMarked;
