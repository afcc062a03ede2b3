package harmonium.processor.plan;

import harmonium.processor.ir.Expr;

/**
 * A product that is added to an accumulator: {@code + left @ matrix}.
 *
 * @param binary whether {@code left} is a layer of binary units, so that the product is a sum of
 *     rows
 */
public record Term(Expr.Ref left, Matrix matrix, boolean binary) {}
