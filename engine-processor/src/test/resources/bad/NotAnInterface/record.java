import harmonium.api.*;

@Model
record M() {}
