/** Working days and working hours, with statutory holidays and exchanged working days. */
package io.gendan.core.calendar;
