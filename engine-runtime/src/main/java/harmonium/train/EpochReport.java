package harmonium.train;

import java.util.OptionalDouble;

/**
 * What one epoch did.
 *
 * @param epoch its number, from 1
 * @param updates number of its updates
 * @param frames number of steps that they saw
 * @param seconds time that the updates took, validation left out
 * @param monitor mean of the monitors of its chunks, each counted once, in nats a step
 * @param validMonitor the same on the sequences kept apart, after the epoch
 * @param rate learning rate of its last update
 * @param best whether its parameters are the best so far
 */
public record EpochReport(
    int epoch,
    int updates,
    long frames,
    double seconds,
    double monitor,
    OptionalDouble validMonitor,
    double rate,
    boolean best) {}
