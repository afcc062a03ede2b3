package harmonium.processor.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strongly connected components of statements that read each other, each before those that read it.
 * Source: Tarjan, SIAM J. Comput. 1 (1972). A component of several statements, or of one that reads
 * itself, is a recurrence.
 */
final class Components {
  private final Map<String, Statement> statements = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> stack = new ArrayDeque<>();
  private final Set<String> onStack = new HashSet<>();
  private final List<List<Statement>> components = new ArrayList<>();

  private Components() {}

  static List<List<Statement>> of(List<Statement> all) {
    Components run = new Components();
    all.forEach(s -> run.statements.put(s.dest(), s));
    for (Statement s : all) {
      if (!run.index.containsKey(s.dest())) {
        run.visit(s.dest());
      }
    }
    return run.components;
  }

  private void visit(String name) {
    int order = index.size();
    index.put(name, order);
    low.put(name, order);
    stack.push(name);
    onStack.add(name);
    Reads.of(statements.get(name))
        .map(ref -> ref.name())
        .filter(statements::containsKey)
        .forEach(read -> {
          if (!index.containsKey(read)) {
            visit(read);
            low.merge(name, low.get(read), Math::min);
          } else if (onStack.contains(read)) {
            low.merge(name, index.get(read), Math::min);
          }
        });
    if (low.get(name).equals(index.get(name))) {
      List<Statement> component = new ArrayList<>();
      String member;
      do {
        member = stack.pop();
        onStack.remove(member);
        component.addFirst(statements.get(member));
      } while (!member.equals(name));
      components.add(component);
    }
  }
}
