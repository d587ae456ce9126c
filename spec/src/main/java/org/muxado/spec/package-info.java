/**
 * The specification of muxado version 1 as data: its rules and its stream lifecycle.
 *
 * <p>Everything here is immutable once loaded and may be used by any thread.
 */
@NullMarked
package org.muxado.spec;

import org.jspecify.annotations.NullMarked;
