package harmonium.kernel;

import java.util.Arrays;

/**
 * Where chunks lie in a kernel's memory: each in a slot of its own, with rows before it for what
 * looks back and behind it for what looks ahead. All slots have the same room, so that no step is
 * ever written where another chunk has its initial state.
 */
final class Slots {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;

  /** Slots there are, and steps that each has room for. */
  private int count;

  private int capacity;

  /** The most steps that were ever asked for at once. */
  private long asked;

  /** The slot in hand, and how many are in use. */
  private int hand;

  private int used;

  /** The steps of each slot in use, and their numbers, those of the longest chunk first. */
  private int[] steps = {0};

  private int[] order = {0};

  /** The key of the random stream, and the gradient that is added to, of each. */
  private long[] keys = {0};

  private float[][] gradients = {null};

  Slots(SequenceKernel kernel, Schedule schedule, Call call) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
  }

  /** Makes room for one chunk, and takes it in hand. */
  void hold(int length) {
    reserve(1, length);
    add(length);
  }

  /** Makes room for some chunks, the longest of {@code longest} steps, and empties all slots. */
  void reserve(int chunks, int longest) {
    if (chunks > count || longest > capacity) {
      grow(chunks, longest);
    }
    if (steps.length < chunks) {
      steps = Arrays.copyOf(steps, chunks);
      order = Arrays.copyOf(order, chunks);
      keys = Arrays.copyOf(keys, chunks);
      gradients = Arrays.copyOf(gradients, chunks);
    }
    used = 0;
  }

  /**
   * New memory: for as many and as long chunks as there ever were, so that calls of different kinds
   * do not allocate by turns, unless some were many and others long.
   */
  private void grow(int chunks, int longest) {
    int most = Math.max(count, chunks);
    int length = Math.max(capacity, longest);
    asked = Math.max(asked, (long) chunks * longest);
    boolean both = (long) most * length <= 2 * asked;
    // None, in case that the memory cannot be had: then the next call asks for it anew.
    count = 0;
    capacity = both ? length : longest;
    int slots = both ? most : chunks;
    kernel.reserve(Math.multiplyExact(slots, stride()));
    count = slots;
  }

  /** Appends a chunk to those in use, and takes it in hand. */
  void add(int length) {
    int slot = used++;
    steps[slot] = length;
    int place = slot;
    for (; place > 0 && steps[order[place - 1]] < length; place--) {
      order[place] = order[place - 1];
    }
    order[place] = slot;
    take(slot);
  }

  /** Slots in use. */
  int used() {
    return used;
  }

  /** Leaves none in hand. */
  void drop() {
    used = 0;
    call.take(0, 0);
    Arrays.fill(gradients, null);
    call.gradient = null;
  }

  /** Takes the chunk of a slot in hand. */
  void take(int slot) {
    hand = slot;
    call.take(row(slot, 0), steps[slot]);
    call.key = keys[slot];
    call.gradient = gradients[slot];
  }

  /** Lets the chunk in hand draw by a key. */
  void key(long key) {
    keys[hand] = key;
    call.key = key;
  }

  /** Where the gradient of the chunk in hand is added. */
  void gradient(float[] gradient) {
    gradients[hand] = gradient;
    call.gradient = gradient;
  }

  /** The {@code place}th of the slots, those of long chunks first. */
  int longest(int place) {
    return order[place];
  }

  /** How many chunks have a step {@code t}: the first so many of {@link #longest}. */
  int reaching(int t) {
    int reaching = 0;
    while (reaching < used && steps[order[reaching]] > t) {
      reaching++;
    }
    return reaching;
  }

  /** What stands for t in the kernel's memory. */
  int row(int slot, int t) {
    return slot * stride() + t;
  }

  /** Steps of the longest chunk. */
  int most() {
    return used == 0 ? 0 : steps[order[0]];
  }

  private int stride() {
    return schedule.past() + capacity + schedule.ahead();
  }
}
