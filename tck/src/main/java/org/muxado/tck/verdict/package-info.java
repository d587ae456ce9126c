/** What became of a case. */
@NullMarked
package org.muxado.tck.verdict;

import org.jspecify.annotations.NullMarked;
