import harmonium.api.*;

class Outer {
  @Model
  private interface M {}
}
