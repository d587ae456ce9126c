/** The cases of the kit, and what runs one of them. */
@NullMarked
package org.muxado.tck.suite;

import org.jspecify.annotations.NullMarked;
