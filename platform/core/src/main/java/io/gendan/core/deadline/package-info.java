/** What has to be done by when, who is warned, and who is told when it was not (docs/flows/deadlines.md). */
package io.gendan.core.deadline;
