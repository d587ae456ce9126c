/**
 * An independent codec for the wire, simple on purpose: it shares no code with any implementation,
 * builds illegal frames as readily as legal ones, and reads whatever comes.
 */
@NullMarked
package org.muxado.vectors.wire;

import org.jspecify.annotations.NullMarked;
