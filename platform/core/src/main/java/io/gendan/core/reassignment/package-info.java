/** Who is in charge of what, and how it goes from one person to another (docs/flows/staff.md). */
package io.gendan.core.reassignment;
