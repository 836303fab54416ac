// Undo and Redo show whether they have anything to do. They can be pressed all the same, and the answer says so.

export function showSteps() {
  const { dataset } = document.querySelector("#steps");
  for (const name of ["undo", "redo"]) document.getElementById(name).ariaDisabled = name in dataset ? null : "true";
}
