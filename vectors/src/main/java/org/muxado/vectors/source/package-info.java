/** YAML text as a tree in which every value knows its place, for errors that name file and line. */
@NullMarked
package org.muxado.vectors.source;

import org.jspecify.annotations.NullMarked;
