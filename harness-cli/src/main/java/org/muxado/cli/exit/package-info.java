/** How the command ends: its exit codes, and errors that are told to people. */
@NullMarked
package org.muxado.cli.exit;

import org.jspecify.annotations.NullMarked;
