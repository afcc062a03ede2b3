/**
 * The {@code harmonium} command: the only place that prints, knows terminals and ends the process.
 *
 * <p>In: the words of the command line. Out: files, lines on standard output for the result and on
 * standard error for faults, and an exit code: 0 done, 2 wrong usage, 1 anything else.
 *
 * <p>Reading order: {@code Harmonium}, {@code TrainCommand}, {@code TrainingRun}, {@code Faults};
 * then {@code DemoCommand} and {@code Demo}, which go the whole road.
 *
 * <p>Words: a <em>usage fault</em> is in the words of the command line; any other fault is in a
 * file or in the program. Each is one line that says what is wrong and what to do.
 */
package harmonium.cli;
