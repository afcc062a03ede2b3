package harmonium.cli.picture;

import java.util.OptionalDouble;

/**
 * One epoch of a learning curve.
 *
 * @param epoch its number, from 1
 * @param monitor mean monitor of its updates, in nats a step
 * @param validMonitor the same on music kept apart, if there is any
 */
public record CurvePoint(int epoch, double monitor, OptionalDouble validMonitor) {}
