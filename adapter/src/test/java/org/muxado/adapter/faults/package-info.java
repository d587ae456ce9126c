/** Wrong implementations, to show that the kit's cases catch what they say. */
@NullMarked
package org.muxado.adapter.faults;

import org.jspecify.annotations.NullMarked;
