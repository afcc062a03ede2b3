package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** Spells statements with vectors of one width. */
final class VectorStatements implements StatementLines {
  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;
  private final VectorAccumulate sums;
  private final VectorOuter outers;
  private final VectorDraw draws;
  private final VectorFixed fixed;

  VectorStatements(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
    sums = new VectorAccumulate(places, lanes);
    outers = new VectorOuter(places, lanes);
    draws = new VectorDraw(places, lanes);
    fixed = new VectorFixed(places, lanes);
  }

  @Override
  public void accumulate(Code code, Statement.Accumulate s, boolean stepByStep, Parts parts) {
    sums.accumulate(code, s, stepByStep, parts);
  }

  @Override
  public void four(Code code, Statement.Accumulate s, Parts parts) {
    sums.four(code, s, parts);
  }

  @Override
  public void reduce(Code code, Statement.Reduce s) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    new Fields(places).array(s.dest()).field("tree").expression(s.value()).declare(code);
    code.open("for (int t = from; t < to; t++)");
    for (int part = 0; part < 16 / lanes; part++) {
      code.line("FloatVector a%d = FloatVector.zero(F);", part);
      code.open("for (int j = %d; j < %d; j += 16)", part * lanes, padded);
      String value =
          new VectorElements(code, "", "e" + part, TileRow.only(places)).spell(s.value(), "j");
      if (units < padded) {
        code.line(
            "a%d = a%d.add(FloatVector.zero(F).blend(%s, F.indexInRange(j, %d)));",
            part, part, value, units);
      } else {
        code.line("a%d = a%d.add(%s);", part, part, value);
      }
      code.close();
      code.line("a%d.intoArray(tree, %s * 16%s);", part, places.step(0), tiling.offset(part));
    }
    TreeSum.lines(code, places, places.array(s.dest()));
    code.close();
  }

  @Override
  public void outer(Code code, Statement.Outer statement, Parts parts) {
    outers.outer(code, statement, parts);
  }

  @Override
  public void table(Code code, Statement.Table statement) {
    fixed.table(code, statement);
  }

  @Override
  public void columns(Code code, Statement.Columns statement) {
    if (lanes == Rows.CHAINS) {
      new VectorColumns(places).columns(code, statement);
    } else {
      code.line("// not used at this width");
    }
  }

  @Override
  public void bound(Code code, Statement.Bound statement, Parts parts) {
    if (lanes == Rows.CHAINS) {
      new VectorSqueeze(places).bound(code, statement, parts);
    } else {
      code.line("// not used at this width");
    }
  }

  @Override
  public void start(Code code, Statement.Sample statement) {
    fixed.start(code, statement);
  }

  @Override
  public void sample(Code code, Statement.Sample statement, Parts parts) {
    if (statement.fixed()) {
      fixed.sample(code, statement, parts);
    } else {
      draws.sample(code, statement, parts);
    }
  }
}
