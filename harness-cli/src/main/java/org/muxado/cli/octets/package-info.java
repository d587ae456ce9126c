/** Octets as people write and read them. */
@NullMarked
package org.muxado.cli.octets;

import org.jspecify.annotations.NullMarked;
