/** A project of a user's own: two models, and a program that trains, composes and calls a kernel. */
package quickstart;
