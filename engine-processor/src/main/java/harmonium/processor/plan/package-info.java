/**
 * Decides how a derived model runs: what is kept in memory, in which order it is computed, what
 * runs in blocks over the steps and what step after step, and how the loops are tiled.
 *
 * <p>Input: {@link harmonium.processor.derive.Derived}. Output: {@link
 * harmonium.processor.plan.Plan}, for each pass of a kernel a list of phases of statements. A
 * decision changes the speed and never the result: the order in which the terms of one element are
 * added is fixed by the statement.
 *
 * <p>Reading order: {@code Statement}, {@code Lowering}, {@code Components}, {@code Scheduler},
 * {@code Planner} with {@code Sampling}, {@code Expansion} and {@code Kept}, {@code Means}, {@code
 * Tiles}. Words: a <i>statement</i> computes one series or adds to one gradient; a <i>phase</i>
 * runs statements together; a <i>pass</i> is what one call of the kernel needs; a <i>drive</i> is
 * the part of a recurrence that does not recur; <i>means</i> are what makes a kernel fast and can
 * be left out.
 */
package harmonium.processor.plan;
