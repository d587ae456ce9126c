/** Requirements and cases explained in text. */
@NullMarked
package org.muxado.cli.explain;

import org.jspecify.annotations.NullMarked;
