/**
 * What can be said of music by numbers.
 *
 * <p>In: piano-rolls, composed or given. Out: their {@link harmonium.score.Texture}, and the
 * longest {@link harmonium.score.CopiedRun} that one takes from others.
 *
 * <p>Words: the <em>texture</em> of a roll is how many keys sound, between which, and for how long
 * none does. A run is <em>copied</em> if its frames stand one after the other in another roll.
 */
package harmonium.score;
