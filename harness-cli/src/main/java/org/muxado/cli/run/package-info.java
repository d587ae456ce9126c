/** What people see of a run: progress, failures, and what it all came to. */
@NullMarked
package org.muxado.cli.run;

import org.jspecify.annotations.NullMarked;
