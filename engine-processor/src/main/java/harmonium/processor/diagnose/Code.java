package harmonium.processor.diagnose;

/**
 * Every message there is: its id (the constant's name), its kind and the format of its first line.
 * Each has an example under {@code src/test/resources/bad}.
 */
public enum Code {
  // The interface.
  NotAnInterface(Kind.ERROR, "%s is not an interface, and only an interface can be a model"),
  GenericModel(Kind.ERROR, "model %s has type parameters, which a model cannot have"),
  PrivateModel(Kind.ERROR, "%s is private, so no kernel can implement it"),
  SealedModel(Kind.ERROR, "%s is sealed and does not permit %s, so no kernel can implement it"),
  ModuleWithoutVectors(
      Kind.ERROR,
      "module %s does not read the vectors that the kernel of %s uses;"
          + " add 'requires jdk.incubator.vector;' to its module-info.java"),
  BadKernelName(Kind.ERROR, "\"%s\" cannot be the name of a class"),
  KernelExists(Kind.ERROR, "class %s exists already"),
  MissingVisible(Kind.ERROR, "model %s has no @Visible layer"),
  SecondVisible(Kind.ERROR, "%s is a second visible layer beside %s"),
  MissingEnergy(Kind.ERROR, "model %s has neither @Energy nor @Conditional"),
  SecondEnergy(Kind.ERROR, "a model has one @Energy or @Conditional, and %s stands beside %s"),
  Unsupported(Kind.ERROR, "not supported: %s"),

  // One symbol.
  MissingAnnotation(Kind.ERROR, "%s has no annotation that says what it is"),
  ContradictoryAnnotations(Kind.ERROR, "%s cannot be @%s and @%s at once"),
  WrongReturnType(Kind.ERROR, "%s is %s and must return %s"),
  MethodParameters(Kind.ERROR, "%s takes arguments, which a symbol cannot"),
  BadName(Kind.ERROR, "the name %s has %s in it; a to z, A to Z, 0 to 9 and _ are allowed"),
  ReservedName(Kind.ERROR, "the name %s is reserved: %s"),
  DuplicateName(Kind.ERROR, "%s comes from both %s and %s"),
  ChangedAxes(Kind.ERROR, "%s is %s in %s and cannot become %s in %s"),
  BadSize(Kind.ERROR, "size %s of %s is not between 1 and 100,000"),
  BadGroups(Kind.ERROR, "the %s units of %s cannot form %s"),
  ConditionalLayers(
      Kind.ERROR, "%s is %s, and a model with @Conditional has binary visible units alone"),
  SizeTwice(Kind.ERROR, "the size of %s is given twice"),
  BadNormal(Kind.ERROR, "the standard deviation %s of %s is not a finite number of at least 0"),
  TooManyAxes(Kind.ERROR, "parameter %s has %s axes, and two are the most"),
  UnknownAxis(Kind.ERROR, "model %s has no axis %s"),
  StateAxis(Kind.ERROR, "state %s has %s"),
  MissingEquation(Kind.ERROR, "state %s has no @Equation"),
  BadInitial(Kind.ERROR, "the initial value of state %s must be a parameter over %s, and %s is %s"),
  UnusedParameter(Kind.WARNING, "parameter %s is %s"),

  // The text of an equation.
  TooLong(Kind.ERROR, "the equation of %s has %s characters, and 20,000 are the most"),
  TooDeep(Kind.ERROR, "the equation of %s is nested more than %s deep"),
  UnexpectedCharacter(Kind.ERROR, "unexpected character %s"),
  UnexpectedToken(Kind.ERROR, "expected %s but found %s"),
  BadNumber(Kind.ERROR, "%s is not a number"),

  // Names, shapes and time.
  UnknownName(Kind.ERROR, "model %s has no symbol %s"),
  UnknownFunction(Kind.ERROR, "there is no function %s"),
  ShapeMismatch(Kind.ERROR, "cannot %s"),
  NotAMatrix(Kind.ERROR, "only a matrix has a transpose, and %s is %s"),
  EquationShape(Kind.ERROR, "%s is over %s, but its equation is %s"),
  UnknownShape(Kind.ERROR, "the axes of %s cannot be told from its equation"),
  NoPast(Kind.ERROR, "%s has no past: it is %s"),
  LookAhead(Kind.ERROR, "cannot look ahead to %s"),
  LagTooLong(Kind.ERROR, "cannot look %s steps back, and %s are the most"),
  Cycle(Kind.ERROR, "%s needs its own value of the same step: %s"),

  // The energy.
  EnergyInEquation(Kind.ERROR, "%s cannot be used in a formula: it is %s"),
  HiddenInEquation(Kind.ERROR, "hidden layer %s can be used in the energy alone"),
  EnergyNotScalar(Kind.ERROR, "the energy must be a scalar, and this is %s"),
  EnergyNotAffine(Kind.ERROR, "the energy is %s"),
  NotPositive(Kind.ERROR, "nothing keeps %s from growing: its quadratic term in the energy is %s"),
  EnergyWithoutLayer(Kind.ERROR, "the energy does not contain layer %s"),
  OrderOutside(Kind.ERROR, "%s[<i] is for the visible units of a @Conditional, and %s"),
  SeesOwnStep(Kind.ERROR, "%s sees the visible units of its own step: %s"),

  // Not the fault of a model.
  UnknownMeans(Kind.ERROR, "-Aharmonium.without: there is no \"%s\" to leave out; there are %s"),
  CannotWrite(Kind.ERROR, "cannot write %s: %s"),
  InternalError(Kind.ERROR, "internal error: please report it; stage %s, model %s: %s");

  /** Whether a message stops the model. */
  public enum Kind {
    ERROR,
    WARNING
  }

  private final Kind kind;
  private final String format;

  Code(Kind kind, String format) {
    this.kind = kind;
    this.format = format;
  }

  /** The name in {@code [Harmonium/<id>]}. */
  public String id() {
    return name();
  }

  /** Whether it stops the model. */
  public Kind kind() {
    return kind;
  }

  /** The first line with its words filled in. */
  String fill(Object... words) {
    return format.formatted(words);
  }
}
