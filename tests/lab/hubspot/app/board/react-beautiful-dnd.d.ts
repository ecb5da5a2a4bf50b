/** The part of react-beautiful-dnd that the board uses; the package brings no types. */

declare module 'react-beautiful-dnd' {
  import type { HTMLAttributes, ReactNode } from 'react';

  export interface DropResult {
    draggableId: string;
    source: { droppableId: string; index: number };
    destination?: { droppableId: string; index: number } | null;
  }

  export interface Provided {
    innerRef(element: HTMLElement | null): void;
  }

  export interface DroppableProvided extends Provided {
    droppableProps: HTMLAttributes<HTMLElement>;
    placeholder: ReactNode;
  }

  export interface DraggableProvided extends Provided {
    draggableProps: HTMLAttributes<HTMLElement>;
    dragHandleProps: HTMLAttributes<HTMLElement> | null;
  }

  export function DragDropContext(props: { nonce?: string; onDragEnd(result: DropResult): void; children: ReactNode }): ReactNode;

  export function Droppable(props: {
    droppableId: string;
    children(provided: DroppableProvided, snapshot: { isDraggingOver: boolean }): ReactNode;
  }): ReactNode;

  export function Draggable(props: {
    draggableId: string;
    index: number;
    children(provided: DraggableProvided, snapshot: { isDragging: boolean }): ReactNode;
  }): ReactNode;
}
